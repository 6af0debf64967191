package jp.otodoke.payments.web;

import java.util.Map;
import jp.otodoke.payments.UnmatchDeposits;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API of deposits that were matched together. */
@RestController
@RequestMapping("/api/v1/deposit-batches")
class DepositBatchesApi {
    private final UnmatchDeposits unmatchDeposits;
    private final CurrentStaff staff;

    DepositBatchesApi(UnmatchDeposits unmatchDeposits, CurrentStaff staff) {
        this.unmatchDeposits = unmatchDeposits;
        this.staff = staff;
    }

    /** Undoes all matches of the batch that are not undone yet, and says of how many deposits. */
    @PostMapping("/{id}/undo")
    Map<String, Integer> undo(@PathVariable long id) {
        return Map.of("undone", unmatchDeposits.unmatchBatch(id, staff.name()));
    }
}
