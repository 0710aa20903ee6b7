import numpy as np
{{a}} = np.array([{{xs}}])
{{a}} = {{a}} * {{k}}
{{b}} = {{a}}
{{b}} += {{n}}
{{b}} = {{b}} - {{m}}
{{a}} = {{b}}
