package jp.otodoke.payments;

import jp.otodoke.shared.ReceivableNumber;
import org.springframework.data.jpa.repository.JpaRepository;

interface Receivables extends JpaRepository<Receivable, ReceivableNumber> {}
