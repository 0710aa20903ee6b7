import numpy as np
{{a}} = np.zeros({{n}})
{{b}} = {{a}}
{{a}} = np.ones({{n}})
del {{b}}
{{b}} = {{a}}
