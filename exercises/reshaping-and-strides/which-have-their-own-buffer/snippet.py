import numpy as np
{{a}} = np.arange({{r * c}}).reshape({{r}}, {{c}})
{{lines}}
