package org.headroom.pack.queues;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;
import org.headroom.pack.queues.Heading.Cells;

/** Requests to connect: those open today, those of the past that tell how long it takes, and what utilities say of it. */
public final class Queues {
    private static final String LBNL = "Lawrence Berkeley National Laboratory";

    private Queues() {}

    public static List<PackFile> files() {
        return List.of(new Open(), new Cohorts(), new LargeLoadWaits());
    }

    private static final class Open implements PackFile {
        @Override
        public Provenance provenance() {
            return new Provenance(
                    "queue-open.csv",
                    "CAISO, ERCOT, MISO, PJM, SPP; ISO-NE and NYISO through a workbook of all seven; outside them "
                            + LBNL,
                    "public lists of interconnection requests; Queued Up, May 2021, for utilities outside the seven",
                    "public lists of the operators; public data file, to be cited",
                    "column as_of: 2026-08-03 CAISO, 2024-12-31 to 2025-01-23 the other operators, 2020-12-31 outside them",
                    List.of(
                            QueueLists.CAISO,
                            QueueLists.CLUSTER_15,
                            QueueLists.ERCOT,
                            QueueLists.COMBINED,
                            QueueLists.MISO,
                            QueueLists.PJM,
                            QueueLists.SPP,
                            QueueLists.LBNL,
                            CountyNames.RAW),
                    "open requests of generation and load without those in operation, MW at the point of interconnection,"
                            + " county names as codes, each of them where several are named; no names and no notes; of New"
                            + " England without those of unknown state from before 2015, which are over");
        }

        @Override
        public long write(RawFolder raw, Path target) throws IOException {
            return Table.write(
                    target, QueueRequest.HEADER, new QueueLists(raw).all().map(QueueRequest::cells));
        }
    }

    /** Requests of the four markets of which the file has dated ones of all three ends; of the others it cannot tell who got through. */
    private static final class Cohorts implements PackFile {
        private static final Set<String> MARKETS = Set.of("CAISO", "ISO-NE", "NYISO", "PJM");
        private static final LocalDate STATA = LocalDate.of(1960, 1, 1);

        @Override
        public Provenance provenance() {
            return new Provenance(
                    "queue-cohorts.csv",
                    LBNL,
                    "Queued Up: Complete Interconnection Queue Data File, May 2021 (Rand, Bolinger, Wiser)",
                    "public data file, to be cited",
                    "2020-12-31",
                    List.of(QueueLists.LBNL),
                    "CAISO, ISO-NE, NYISO and PJM: entry, end and largest part in MW of every request with a day of entry");
        }

        @Override
        public long write(RawFolder raw, Path target) throws IOException {
            List<List<String>> rows = new ArrayList<>();
            add(raw, "active", "ACTIVE", "q_date_clean", "", rows);
            add(raw, "withdrawn", "WITHDRAWN", "q_date", "wd_date", rows);
            add(raw, "completed", "OPERATIONAL", "q_date", "on_date", rows);
            List<String> header = List.of("market", "status", "mw", "queue_date", "withdrawn_date", "in_service_date");
            return Table.write(target, header, rows.stream());
        }

        private static void add(
                RawFolder raw, String sheet, String status, String entry, String end, List<List<String>> rows)
                throws IOException {
            LocalDate epoch = status.equals("WITHDRAWN") ? STATA : QueueCells.EXCEL;
            for (Cells row : Heading.below(raw.sheet(QueueLists.LBNL, sheet), "q_id")) {
                LocalDate entered = QueueCells.day(row.text(entry), QueueCells.EXCEL);
                if (entered == null || !MARKETS.contains(row.text("entity"))) {
                    continue;
                }
                String ended = end.isEmpty() ? "" : QueueRequest.text(QueueCells.day(row.text(end), epoch));
                rows.add(List.of(
                        row.text("entity"),
                        status,
                        QueueRequest.megawatts(QueueCells.largest(row.text("mw1"), row.text("mw2"))),
                        entered.toString(),
                        status.equals("WITHDRAWN") ? ended : "",
                        status.equals("OPERATIONAL") ? ended : ""));
            }
        }
    }
}
