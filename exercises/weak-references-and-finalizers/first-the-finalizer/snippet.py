import weakref
class {{cls}}:
    def __del__(self):
        print("{{u}}")
{{a}} = {{cls}}()
{{w}} = weakref.ref({{a}}, lambda ref: print("{{v}}", ref()))
{{b}} = {{hold}}
del {{a}}
print("{{now}}")
{{b}} = None
print("{{last}}")
