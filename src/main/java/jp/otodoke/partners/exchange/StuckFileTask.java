package jp.otodoke.partners.exchange;

import java.util.List;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskKind;
import org.springframework.stereotype.Component;

/**
 * A file can't be taken from the partner's folder or moved there. It is looked at every ten minutes by itself and closes
 * its task when it is gone; only its owner can lay it in anew, so what was agreed with whom is kept.
 */
@Component
class StuckFileTask implements TaskKind {
    @Override
    public String type() {
        return StuckFiles.TYPE;
    }

    @Override
    public String subjectKind() {
        return PartnerSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.OPERATIONS;
    }

    @Override
    public List<String> decisions() {
        return List.of("REQUESTED", "REMOVED");
    }

    @Override
    public boolean commentRequired(String decision) {
        return true;
    }

    /** The next file of this name may be stuck as well. */
    @Override
    public boolean mayRecur(String decision) {
        return true;
    }
}
