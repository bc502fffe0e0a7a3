# machtin_embed(SYMBOL ROOT FILE…): makes SYMBOL_SOURCES, an assembler file that holds the FILEs of ROOT/ byte for byte and a
# C++ file that names them: `extern const std::span<const EmbeddedFile> SYMBOL`, declared where it is used. Nothing is
# generated into the tree, and a changed file is taken up by the next build.
function(machtin_embed symbol root)
  set(assembly "${CMAKE_BINARY_DIR}/${symbol}.S")
  set(table "${CMAKE_BINARY_DIR}/${symbol}.cc")
  set(asm_text ".section .rodata\n")
  set(declarations "")
  set(rows "")
  set(paths "")
  set(number 0)
  foreach(file ${ARGN})
    set(label "${symbol}_${number}")
    string(APPEND asm_text ".balign 64\n.global ${label}_begin\n.global ${label}_end\n${label}_begin:\n.incbin \"${CMAKE_SOURCE_DIR}/${root}/${file}\"\n${label}_end:\n.byte 0\n")
    string(APPEND declarations "extern \"C\" const char ${label}_begin[];\nextern \"C\" const char ${label}_end[];\n")
    string(APPEND rows "    {\"${file}\", {${label}_begin, static_cast<std::size_t>(${label}_end - ${label}_begin)}},\n")
    list(APPEND paths "${CMAKE_SOURCE_DIR}/${root}/${file}")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND asm_text ".section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT "${assembly}" CONTENT "${asm_text}" @ONLY)
  file(CONFIGURE OUTPUT "${table}" CONTENT
"// Made by cmake/embed.cmake from ${root}/.
#include \"text/embedded.h\"
${declarations}
namespace machtin {
std::span<const EmbeddedFile> ${symbol}() {
  static const EmbeddedFile files[] = {
${rows}  };
  return files;
}
}  // namespace machtin
" @ONLY)
  set_source_files_properties("${assembly}" PROPERTIES OBJECT_DEPENDS "${paths}")
  set(${symbol}_SOURCES "${assembly};${table}" PARENT_SCOPE)
endfunction()
