def {{f}}():
    {{fs}} = []
    for {{i}} in [{{xs}}]:
        {{fs}}.append(lambda: {{i}} * {{k}})
    return {{fs}}
def {{g}}():
    {{fs}} = []
    for {{i}} in [{{xs}}]:
        {{fs}}.append(lambda {{i}}={{i}}: {{i}} * {{k}})
    return {{fs}}
print([{{h}}() for {{h}} in {{f}}()])
print([{{h}}() for {{h}} in {{g}}()])
