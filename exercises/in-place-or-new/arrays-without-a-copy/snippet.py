import numpy as np
{{a}} = np.arange({{n}})
{{b}} = {{a}}
{{a}} = {{a}} * {{k}}
{{a}} = {{a}} + {{m}}
print({{b}}[{{i}}])
