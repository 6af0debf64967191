/**
 * The other side in a demo: a warehouse, a carrier, a card gateway, a bank, a collecting agency and a shop that keep their state in
 * tables and communicate with Otodoke only as real partners do, by files and HTTP. Never in production.
 */
@NullMarked
package jp.otodoke.demo.simulators;

import org.jspecify.annotations.NullMarked;
