[#list cmsfn.children(content) as child]
${child.title}
