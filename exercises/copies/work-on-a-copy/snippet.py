import numpy as np
{{a}} = np.array([{{xs}}])
{{b}} = {{a}}
{{b}} *= {{k}}
print({{a}}[0], {{b}}[0])
