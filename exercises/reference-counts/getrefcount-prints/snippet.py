import sys
{{a}} = [{{xs}}]
print(sys.getrefcount({{a}}) - 1)
{{b}} = {{a}}
print(sys.getrefcount({{a}}) - 1)
{{c}} = {"first": {{a}}, "second": {{b}}}
print(sys.getrefcount({{a}}) - 1)
{{change}}
print(sys.getrefcount({{a}}) - 1)
