import numpy as np
{{a}} = np.arange({{r * c}})
{{t}} = {{a}}.reshape({{r}}, {{c}}).T
{{w}} = {{t}}.reshape({{r * c}})
{{w}}[:] = {{n}}
print({{a}}.sum())
