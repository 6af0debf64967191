package jp.otodoke.workflow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What can resume a case at each place of each deployed diagram, read from the stored BPMN independently of the
 * engine's parsed model.
 */
@Component
class DiagramTriggers {
    /** What must exist in the database while a case is at {@code place}. */
    record Trigger(String definition, String place, Kind kind, String by) {}

    enum Kind {
        /** A message subscription. */
        MESSAGE,
        TIMER,
        /** A user task in the inbox. */
        TASK,
        /** An instance of the called process. */
        CALL,
        /** A job of any type. */
        JOB,
        /**
         * A message subscription of the whole case, such as for its cancellation; interrupting the case removes
         * all of them.
         */
        CASE_MESSAGE
    }

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> STEPS = Set.of(
            "serviceTask",
            "sendTask",
            "scriptTask",
            "businessRuleTask",
            "manualTask",
            "task",
            "exclusiveGateway",
            "startEvent",
            "endEvent");

    private static final int VERSIONS = 500;

    private final JdbcClient jdbc;
    private final Cache<String, List<Trigger>> known =
            Caffeine.newBuilder().maximumSize(VERSIONS).build();

    DiagramTriggers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For every process version that still has cases. */
    List<Trigger> triggers() {
        return jdbc
                .sql(
                        """
                        select d.id_ from act_re_procdef d
                         where exists (select 1 from act_ru_execution e where e.proc_def_id_ = d.id_)""")
                .query(String.class)
                .list()
                .stream()
                .flatMap(definition -> known.get(definition, this::read).stream())
                .toList();
    }

    private List<Trigger> read(String definition) {
        var stored = jdbc.sql(
                        """
                        select b.bytes_ from act_re_procdef d
                          join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
                         where d.id_ = :definition""")
                .param("definition", definition)
                .query((row, n) -> row.getBytes(1))
                .single();
        var diagram = parse(stored);
        var triggers = new ArrayList<Trigger>();
        STEPS.forEach(kind -> all(diagram, kind)
                .forEach(step -> triggers.add(new Trigger(definition, id(step), Kind.JOB, id(step)))));
        all(diagram, "userTask").forEach(task -> triggers.add(new Trigger(definition, id(task), Kind.TASK, id(task))));
        all(diagram, "callActivity")
                .forEach(call -> triggers.add(new Trigger(definition, id(call), Kind.CALL, id(call))));
        all(diagram, "receiveTask")
                .forEach(wait -> triggers.add(new Trigger(definition, id(wait), Kind.MESSAGE, id(wait))));
        all(diagram, "intermediateCatchEvent").forEach(wait -> event(wait)
                .ifPresent(kind -> triggers.add(new Trigger(definition, id(wait), kind, id(wait)))));
        var places = triggers.stream().map(Trigger::place).collect(Collectors.toSet());
        all(diagram, "boundaryEvent")
                .filter(edge -> places.contains(edge.getAttribute("attachedToRef")))
                .forEach(edge -> event(edge)
                        .filter(kind -> kind == Kind.MESSAGE || interrupting(edge))
                        .ifPresent(kind -> triggers.add(
                                new Trigger(definition, edge.getAttribute("attachedToRef"), kind, id(edge)))));
        all(diagram, "subProcess")
                .filter(sub -> sub.getAttribute("triggeredByEvent").equals("true"))
                .filter(sub -> sub.getParentNode().getLocalName().equals("process"))
                .flatMap(DiagramTriggers::messageStarts)
                .forEach(start -> triggers.add(new Trigger(definition, "", Kind.CASE_MESSAGE, id(start))));
        return List.copyOf(triggers);
    }

    private static Optional<Kind> event(Element event) {
        return has(event, "messageEventDefinition")
                ? Optional.of(Kind.MESSAGE)
                : has(event, "timerEventDefinition") ? Optional.of(Kind.TIMER) : Optional.empty();
    }

    /** A non-interrupting timer no longer exists after it has fired. */
    private static boolean interrupting(Element boundary) {
        return !boundary.getAttribute("cancelActivity").equals("false");
    }

    private static Stream<Element> messageStarts(Element eventSubProcess) {
        var children = eventSubProcess.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(child -> "startEvent".equals(child.getLocalName()))
                .map(Element.class::cast)
                .filter(start -> has(start, "messageEventDefinition"));
    }

    private static boolean has(Element element, String child) {
        return element.getElementsByTagNameNS(BPMN, child).getLength() > 0;
    }

    private static String id(Element element) {
        return element.getAttribute("id");
    }

    private static Stream<Element> all(Document diagram, String name) {
        var found = diagram.getElementsByTagNameNS(BPMN, name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Document parse(byte[] bpmn) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bpmn));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("A deployed diagram can't be read", e);
        }
    }
}
