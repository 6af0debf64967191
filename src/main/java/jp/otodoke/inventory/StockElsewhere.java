package jp.otodoke.inventory;

import java.util.List;
import jp.otodoke.shared.OrderNumber;

/** Orders that wait for stock in one warehouse while another from which they may leave has some of it; oldest first. */
public record StockElsewhere(List<OrderNumber> orderNumbers) {}
