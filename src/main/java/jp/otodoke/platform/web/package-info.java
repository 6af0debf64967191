/** What all pages and all of the API share: errors, paging, languages, idempotency. */
@NullMarked
@NamedInterface("web")
package jp.otodoke.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
