/** What all pages and the whole API share: errors, paging, languages. */
@NullMarked
@NamedInterface("web")
package jp.otodoke.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
