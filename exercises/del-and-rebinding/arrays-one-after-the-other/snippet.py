import numpy as np
{{a}} = np.array([{{xs}}])
{{b}} = {{a}}
{{a}} = {{a}} + {{n}}
{{b}} = {{a}}
{{a}} = None
{{b}} = {{b}} * {{k}}
