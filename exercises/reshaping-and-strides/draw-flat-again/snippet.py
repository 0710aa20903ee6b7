import numpy as np
{{a}} = np.arange({{r * c}})
{{m}} = {{a}}.reshape({{r}}, {{c}})
{{f}} = {{m}}.{{flat}}
{{g}} = {{m}}.T.{{flat}}
{{drop}}
