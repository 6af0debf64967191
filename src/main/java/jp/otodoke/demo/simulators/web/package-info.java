/** The pages and endpoints of the demo: faults, orders from the shop, the simulated card gateway. */
@NullMarked
package jp.otodoke.demo.simulators.web;

import org.jspecify.annotations.NullMarked;
