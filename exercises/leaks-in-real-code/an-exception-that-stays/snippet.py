import numpy as np
def {{f}}():
    {{p}} = np.zeros({{n}})
    {{q}} = np.ones({{m}})
    del {{lost}}
    raise ValueError("{{word}}")
{{err}} = None
try:
    {{f}}()
except ValueError as e:
    {{err}} = {{stored}}
{{x}} = 0
{{err}} = {{end}}
