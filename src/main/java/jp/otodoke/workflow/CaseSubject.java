package jp.otodoke.workflow;

import jp.otodoke.inbox.TaskSubject;
import org.springframework.stereotype.Component;

/** Cases of a process as task subjects, by business key. */
@Component
class CaseSubject implements TaskSubject {
    static final String KIND = "CASE";

    @Override
    public String kind() {
        return KIND;
    }
}
