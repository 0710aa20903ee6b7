import numpy as np
{{a}} = np.arange({{r * c}})
{{m}} = {{a}}.reshape({{r}}, {{c}})
{{m}}[{{i}}, {{j}}] = {{n}}
