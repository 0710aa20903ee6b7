import numpy as np
{{a}} = np.arange({{r * c}})
{{m}} = {{a}}.reshape({{r}}, {{c}})
{{t}} = {{m}}.T
{{t}}[{{j}}, {{i}}] = {{n}}
print({{a}})
print({{t}}.shape)
print({{m}}[{{i}}, {{j}}])
