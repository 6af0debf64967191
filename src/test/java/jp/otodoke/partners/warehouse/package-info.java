@NullMarked
package jp.otodoke.partners.warehouse;

import org.jspecify.annotations.NullMarked;
