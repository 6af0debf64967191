/** The web server's own protection: bodies that come too slowly, and health that answers whatever else is busy. */
@NullMarked
package jp.otodoke.platform.server;

import org.jspecify.annotations.NullMarked;
