import weakref
class {{cls}}:
    def __del__(self):
        print("{{word}}")
{{a}} = {{cls}}()
{{w}} = weakref.ref({{a}})
{{b}} = {{a}}
{{first}}
print({{w}}() is None)
{{last}}
print({{w}}() is None)
