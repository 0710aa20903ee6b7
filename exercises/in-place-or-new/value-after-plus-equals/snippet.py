import numpy as np
{{a}} = {{make}}
{{b}} = {{a}}
{{change}}
