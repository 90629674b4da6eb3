# embed_file(OUT SYMBOL PATH): appends to the variable OUT what brings a file's bytes into a C++
# source, as the arrays SYMBOL and SYMBOL_end.
function(embed_file out symbol path)
  string(APPEND ${out} "asm(\".section .rodata\\n\"\n    \".balign 16\\n\"\n    \".global ${symbol}\\n${symbol}:\\n\"\n"
    "    \".incbin \\\"${path}\\\"\\n\"\n    \".global ${symbol}_end\\n${symbol}_end:\\n\"\n"
    "    \".byte 0\\n.previous\\n\");\nextern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
  set(${out} "${${out}}" PARENT_SCOPE)
endfunction()
