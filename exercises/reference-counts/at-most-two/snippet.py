import numpy as np
{{a}} = np.arange({{n}})
{{b}} = {{a}}
{{c}} = {{b}}
{{c}}[0] = {{v}}
print({{c}}[0])
