import weakref
class {{cls}}:
    pass
{{a}} = {{cls}}()
{{w}} = weakref.ref({{a}})
{{gone}}
{{x}} = {{w}}()
