/** Task API. */
@NullMarked
package jp.otodoke.inbox.web;

import org.jspecify.annotations.NullMarked;
