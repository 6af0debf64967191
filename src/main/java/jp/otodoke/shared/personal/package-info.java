/** Personal data: shown to those who need it, masked for everybody else, on every page and in every answer. */
@NullMarked
package jp.otodoke.shared.personal;

import org.jspecify.annotations.NullMarked;
