package jp.otodoke.payments.schedule.web;

import jp.otodoke.payments.schedule.ApproveCycle;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Approval of cycles of direct debits by programs. */
@RestController
class DebitApprovalApi {
    private final ApproveCycle approveCycle;
    private final CurrentStaff staff;

    DebitApprovalApi(ApproveCycle approveCycle, CurrentStaff staff) {
        this.approveCycle = approveCycle;
        this.staff = staff;
    }

    /** 409 if it is not to be approved, or somebody was first. */
    @PostMapping("/api/v1/direct-debits/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable long id) {
        approveCycle.approve(id, staff.name());
    }
}
