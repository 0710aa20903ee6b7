import numpy as np
{{g}} = np.arange({{h * 2}}).reshape(2, {{h}})
{{r}} = {{g}}[{{i}}]
{{c}} = {{g}}[:, {{i}}].copy()
{{s}} = {{r}}[1:]
del {{r}}
