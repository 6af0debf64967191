package jp.otodoke.partners.exchange;

import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Partners as subjects of tasks. */
@Component
class PartnerSubject implements TaskSubject {
    static final String KIND = "PARTNER";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/partners";
    }

    @Override
    public Permission needed() {
        return Permission.PARTNERS_VIEW;
    }
}
