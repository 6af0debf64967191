/** A mail server inside the application that shows mail instead of delivering it. */
@NullMarked
package jp.otodoke.demo.mail;

import org.jspecify.annotations.NullMarked;
