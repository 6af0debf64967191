package jp.otodoke.payments;

import jp.otodoke.shared.OrderNumber;
import org.springframework.data.jpa.repository.JpaRepository;

interface Payments extends JpaRepository<Payment, OrderNumber> {}
