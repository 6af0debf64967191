@NullMarked
package jp.otodoke.customers;

import org.jspecify.annotations.NullMarked;
