import weakref
class {{cls}}:
    pass
{{a}} = {{cls}}()
{{w}} = weakref.ref({{a}})
{{b}} = {{w}}()
{{c}} = [{{w}}(), {{w}}]
{{gone}}
