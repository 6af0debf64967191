package jp.otodoke.payments;

import org.springframework.data.jpa.repository.JpaRepository;

interface Payments extends JpaRepository<Payment, String> {}
