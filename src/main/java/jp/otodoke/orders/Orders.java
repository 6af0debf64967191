package jp.otodoke.orders;

import jp.otodoke.shared.OrderNumber;
import org.springframework.data.jpa.repository.JpaRepository;

interface Orders extends JpaRepository<Order, OrderNumber> {}
