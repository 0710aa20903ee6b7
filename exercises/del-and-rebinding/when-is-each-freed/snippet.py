import numpy as np
{{a}} = np.array([{{xs}}])
{{b}} = {{a}}
{{a}} = np.array([{{ys}}])
{{c}} = {{third}}
{{gone}}
