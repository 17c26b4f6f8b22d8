// SPDX-License-Identifier: Apache-2.0
// Text from outside made safe for XML 1.0, and so for HTML-like labels as well.
#pragma once

#include <string>
#include <string_view>

namespace entente::exporters {

/// The text with &, <, >, " and ' as entities. Characters that XML 1.0 cannot hold even as an
/// entity (most controls, U+FFFE, U+FFFF) and ill-formed bytes become U+FFFD; tabs and line ends
/// become character references, so that they survive in attributes, and so do U+0085 and U+2028,
/// which readers of XML 1.1 take for line ends.
[[nodiscard]] std::string escape_xml(std::string_view utf8);

/// The same, appended. Text without anything to escape is copied as it is.
void append_xml(std::string& out, std::string_view utf8);

} // namespace entente::exporters
