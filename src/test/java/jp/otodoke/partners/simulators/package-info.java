/** The simulated partners on their own: files in, files out, faults and restarts between. */
@NullMarked
package jp.otodoke.partners.simulators;

import org.jspecify.annotations.NullMarked;
