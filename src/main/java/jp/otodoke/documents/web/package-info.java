/** Pages and API of documents. */
@NullMarked
package jp.otodoke.documents.web;

import org.jspecify.annotations.NullMarked;
