package org.headroom.pack.queues;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.queues.Heading.Cells;
import org.jspecify.annotations.Nullable;

/** The open requests of each operator, read from its newest list by what its columns mean. */
final class QueueLists {
    static final String PJM = "c_queues/PJM_Queue_2025-01.xlsx";
    static final String MISO = "c_queues/MISO_GI_Interactive_Queue_2025-01.csv";
    static final String ERCOT = "c_queues/ERCOT_GIS_Report_December2024.xlsx";
    static final String SPP = "c_queues/SPP_GI_ActiveRequest_2025-01.xlsx";
    static final String CAISO = "c_queues/caiso_publicqueuereport-08032026.xlsx";
    static final String CLUSTER_15 = "c_queues/caiso_cluster15_08032026.xlsx";
    static final String COMBINED = "c_queues/Combined_Queues_2025-02.xlsx";
    static final String LBNL = "c_queues/lbnlisoqueues_2020.xlsx";

    private static final LocalDate CAISO_DAY = LocalDate.of(2026, 8, 3);

    private final RawFolder raw;
    private final CountyNames counties;

    QueueLists(RawFolder raw) throws IOException {
        this.raw = raw;
        counties = new CountyNames(raw);
    }

    Stream<QueueRequest> all() throws IOException {
        return Stream.of(caiso(), cluster15(), ercot(), isoNe(), miso(), nyiso(), pjm(), spp(), outsideIsos())
                .flatMap(List::stream);
    }

    /** Net MW to the grid are those at the point of interconnection; the parts of a hybrid sum to half as much again. */
    private List<QueueRequest> caiso() throws IOException {
        return rows(CAISO, "Grid GenerationQueue", "Queue Position")
                .filter(row -> row.text("Application Status").equals("ACTIVE"))
                .map(row -> new QueueRequest(
                        "CAISO",
                        row.text("Queue Position"),
                        "GENERATION",
                        row.text("Suspension Status").equals("Suspended") ? "SUSPENDED" : "ACTIVE",
                        QueueCells.number(row.text("Net MWs to Grid")),
                        QueueCells.fuel(row.text("Fuel-1"), row.text("Fuel-2"), row.text("Fuel-3")),
                        day(row.text("Queue Date")),
                        counties.find(row.text("County"), row.text("State")),
                        CAISO_DAY))
                .toList();
    }

    /** The cluster that the general list does not hold. */
    private List<QueueRequest> cluster15() throws IOException {
        return rows(CLUSTER_15, "Cluster 15 ", "Queue Number")
                .filter(row -> !row.text("Queue Number").isEmpty())
                .map(row -> new QueueRequest(
                        "CAISO",
                        row.text("Queue Number"),
                        "GENERATION",
                        "ACTIVE",
                        QueueCells.number(row.text("NET MW POI")),
                        QueueCells.fuel(
                                row.text("Generation/Fuel 1"),
                                row.text("Generation/Fuel 2"),
                                row.text("Generation/Fuel 3")),
                        day(row.text("Queue Date")),
                        counties.find(row.text("PROJECT COUNTY"), row.text("Project State")),
                        CAISO_DAY))
                .toList();
    }

    /** A repowering is listed with its net change, which may be below 0. The parts of a hybrid are requests of their own. */
    private List<QueueRequest> ercot() throws IOException {
        return Stream.concat(
                        rows(ERCOT, "Project Details - Large Gen", "INR")
                                .map(row -> ercot(row, day(row.text("Screening Study Started")))),
                        rows(ERCOT, "Project Details - Small Gen", "INR").map(row -> ercot(row, null)))
                .filter(request -> request.id().matches("\\d{2}INR.*"))
                .toList();
    }

    private QueueRequest ercot(Cells row, @Nullable LocalDate entered) {
        return new QueueRequest(
                "ERCOT",
                row.text("INR"),
                "GENERATION",
                "ACTIVE",
                QueueCells.number(row.text("Capacity (MW)")),
                QueueCells.fuel(row.text("Fuel"), row.text("Technology")),
                entered,
                counties.find(row.text("County"), "TX"),
                LocalDate.of(2024, 12, 31));
    }

    /**
     * Generation of New England. The list also holds requests of the last decades of which it says nothing any more: open are those with a
     * status or a planned day still to come; of the others nobody can tell.
     */
    private List<QueueRequest> isoNe() throws IOException {
        LocalDate asOf = LocalDate.of(2025, 1, 14);
        return combined("NEISO")
                .filter(row -> row.text("Service Type").equals("G"))
                .map(row -> {
                    LocalDate planned = day(row.text("Projected COD"));
                    boolean isOpen = !row.text("Project Status").isEmpty() || planned != null && planned.isAfter(asOf);
                    Double net = QueueCells.number(row.text("Capacity (MW)"));
                    return new QueueRequest(
                            "ISO-NE",
                            row.text("Queue Position"),
                            "GENERATION",
                            isOpen ? "ACTIVE" : "UNKNOWN",
                            net != null ? net : QueueCells.number(row.text("Summer MW")),
                            QueueCells.fuel(row.text("Technology")),
                            day(row.text("Queue Date")),
                            counties.find(row.text("County"), row.text("State")),
                            asOf);
                })
                .filter(request -> !isOver(request))
                .toList();
    }

    /**
     * Whether a request of New England whose state the list leaves open is over all the same: of those that entered before 2015 and are in Queued Up (Lawrence
     * Berkeley National Laboratory, May 2021), all were withdrawn or in service by the end of 2020.
     */
    private static boolean isOver(QueueRequest request) {
        LocalDate entered = request.entered();
        return request.status().equals("UNKNOWN") && entered != null && entered.isBefore(LocalDate.of(2015, 1, 1));
    }

    /** Requests with an agreement that are not in service count as open, as in the lists of the others; row AA1234 is the publisher's test. */
    private List<QueueRequest> miso() throws IOException {
        return raw.csv(MISO).stream()
                .map(Heading::of)
                .filter(row -> Set.of("Active", "Done").contains(row.text("Request Status")))
                .filter(row -> Set.of("", "Not Started", "Under Construction").contains(row.text("Post GIA Status")))
                .map(row -> new QueueRequest(
                        "MISO",
                        row.text("Project #"),
                        "GENERATION",
                        row.text("Request Status").equals("Done")
                                        && row.text("Post GIA Status").isEmpty()
                                ? "UNKNOWN"
                                : "ACTIVE",
                        QueueCells.number(row.text("Summer MW")),
                        QueueCells.fuel(row.text("Fuel")),
                        day(row.text("Queue Date")),
                        counties.find(row.text("County"), row.text("State")),
                        LocalDate.of(2025, 1, 17)))
                .toList();
    }

    /** Generation and loads of New York; lines are neither. */
    private List<QueueRequest> nyiso() throws IOException {
        return combined("NYISO")
                .filter(row -> !Set.of("AC", "DC").contains(row.text("Technology")))
                .map(row -> {
                    boolean isLoad = row.text("Technology").equals("Load");
                    return new QueueRequest(
                            "NYISO",
                            row.text("Queue Position"),
                            isLoad ? "LOAD" : "GENERATION",
                            "ACTIVE",
                            QueueCells.number(row.text("Summer MW")),
                            isLoad ? "" : QueueCells.fuel(row.text("Technology")),
                            day(row.text("Queue Date")),
                            counties.find(row.text("County"), row.text("State")),
                            LocalDate.of(2024, 12, 31));
                })
                .toList();
    }

    /** MW energy are what is asked for beyond what stands there; the maximum output is that of the whole plant. What runs is taken off. */
    private List<QueueRequest> pjm() throws IOException {
        Set<String> open = Set.of(
                "Active",
                "Engineering and Procurement",
                "Under Construction",
                "Partially in Service - Under Construction",
                "Suspended");
        return rows(PJM, "Data", "Project ID")
                .filter(row -> open.contains(row.text("Status")))
                .map(row -> {
                    Double asked = QueueCells.number(row.text("MW Energy"));
                    Double runs = QueueCells.number(row.text("MW In Service"));
                    return new QueueRequest(
                            "PJM",
                            row.text("Project ID"),
                            "GENERATION",
                            row.text("Status").equals("Suspended") ? "SUSPENDED" : "ACTIVE",
                            asked == null || runs == null ? asked : Double.valueOf(Math.max(0, asked - runs)),
                            QueueCells.fuel(row.text("Fuel")),
                            day(row.text("Submitted Date")),
                            counties.find(row.text("County"), row.text("State")),
                            LocalDate.of(2025, 1, 23));
                })
                .toList();
    }

    /** The list of active requests holds those in commercial operation too; they no longer wait. */
    private List<QueueRequest> spp() throws IOException {
        return rows(SPP, "SPP GI_ActiveRequest", "Generation Interconnection Number")
                .filter(row -> !row.text("Generation Interconnection Number").isEmpty())
                .filter(row -> !row.text("Status").endsWith("COMMERCIAL OPERATION"))
                .map(row -> new QueueRequest(
                        "SPP",
                        row.text("Generation Interconnection Number"),
                        "GENERATION",
                        row.text("Status").endsWith("SUSPENSION") ? "SUSPENDED" : "ACTIVE",
                        QueueCells.number(row.text("Capacity")),
                        QueueCells.fuel(row.text("Generation Type"), row.text("Fuel Type")),
                        day(row.text("Request Received")),
                        counties.find(row.text("Nearest Town or County"), row.text("State")),
                        LocalDate.of(2025, 1, 22)))
                .toList();
    }

    /** Utilities outside the seven operators, of which no later list is at hand. */
    private List<QueueRequest> outsideIsos() throws IOException {
        return rows(LBNL, "active", "q_id")
                .filter(row -> row.text("region").endsWith("(non-ISO)"))
                .map(row -> new QueueRequest(
                        row.text("region").startsWith("West") ? "WEST-NON-ISO" : "SOUTHEAST-NON-ISO",
                        row.text("entity") + " " + row.text("q_id"),
                        "GENERATION",
                        "ACTIVE",
                        QueueCells.largest(row.text("mw1"), row.text("mw2"), row.text("mw3")),
                        QueueCells.fuel(row.text("type_clean")),
                        day(row.text("q_date_clean")),
                        counties.find(
                                String.join(",", row.text("county_1"), row.text("county_2"), row.text("county_3")),
                                row.text("state")),
                        LocalDate.of(2020, 12, 31)))
                .toList();
    }

    private Stream<Cells> combined(String operator) throws IOException {
        return rows(COMBINED, "Active", "ISO").filter(row -> row.text("ISO").equals(operator));
    }

    private Stream<Cells> rows(String file, String sheet, String column) throws IOException {
        return Heading.below(raw.sheet(file, sheet), column).stream();
    }

    private static @Nullable LocalDate day(String cell) {
        return QueueCells.day(cell, QueueCells.EXCEL);
    }
}
