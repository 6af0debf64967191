package jp.otodoke.platform.nodes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The nodes that are alive. */
@Component
public class Nodes {
    private final JdbcClient jdbc;
    private final ThisNode node;

    Nodes(JdbcClient jdbc, ThisNode node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    @Transactional(readOnly = true)
    public List<Node> living() {
        return jdbc.sql(
                        """
                        select n.name, n.address, n.version, n.started_at, n.clock_skew_millis,
                               array(select l.name from lease l where l.holder = n.name and l.until > now() order by 1)
                                   as leases
                          from node n where node_lives(n.name) order by n.started_at""")
                .query((row, number) -> new Node(
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("version"),
                        row.getTimestamp("started_at").toInstant(),
                        Duration.ofMillis(row.getLong("clock_skew_millis")),
                        List.of((String[]) row.getArray("leases").getArray())))
                .list();
    }

    /** This node has applied this clock offset. */
    @Transactional
    public void followed(Duration offset) {
        jdbc.sql("update node set followed_offset_millis = ? where name = ?")
                .params(offset.toMillis(), node.name())
                .update();
    }

    /** Whether a node has not yet applied the clock offset. */
    @Transactional(readOnly = true)
    public boolean behind(Duration offset) {
        return jdbc.sql("select exists (select 1 from node where followed_offset_millis < ? and node_lives(name))")
                .param(offset.toMillis())
                .query(Boolean.class)
                .single();
    }

    /**
     * One of the nodes.
     *
     * @param skew how far its clock is ahead of the database's
     * @param leases what it does for all nodes
     */
    public record Node(
            String name,
            @Nullable String address,
            String version,
            Instant startedAt,
            Duration skew,
            List<String> leases) {}
}
