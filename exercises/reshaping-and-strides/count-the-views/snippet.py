import numpy as np
{{a}} = np.arange({{r * c}})
{{m}} = {{a}}.reshape({{r}}, {{c}})
{{t}} = {{m}}.T
{{row}} = {{t}}[{{j}}]
{{flat}} = {{t}}.flatten()
{{gone}}
{{t}} = {{row}}
