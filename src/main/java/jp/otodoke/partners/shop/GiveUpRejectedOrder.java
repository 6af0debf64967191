package jp.otodoke.partners.shop;

import java.util.Objects;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A rejected order is not imported. The same rows in a later file are not asked about again; other rows are. */
@Component
class GiveUpRejectedOrder {
    private final Tasks tasks;
    private final ShopOrders known;
    private final AuditTrail audit;

    GiveUpRejectedOrder(Tasks tasks, ShopOrders known, AuditTrail audit) {
        this.tasks = tasks;
        this.known = known;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(OpenTask task, @Nullable String reason) {
        known.removeRejection(tasks.key(task.id()));
        audit.record("row-given-up", task.subject().key(), Objects.requireNonNullElse(reason, ""));
    }
}
