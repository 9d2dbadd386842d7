# Sourced by run.sh: whether Headroom's result is that of the fastest peer, column by column.
# shellcheck shell=bash
# shellcheck disable=SC2154 # run.sh sets the options

# The columns of the workload besides SITE_ID, by which rows are matched.
readonly COMPARED_COLUMNS="RANK SCORE EXCL SUB_KM SUB_KV HEADRM Q_MW Q_N MORA FCH PRICE"

# Ends early when the comparison that is asked for cannot be made; sets compare to no when it is not asked for.
check_comparable() {
    local names=" ${wanted[*]} "
    if [ "$compare" = yes ] && [[ "$names" != *" headroom "* || "$names" != *" expert-max "* ]]; then
        say "headroom and expert-max do not both take part, so their results are not compared"
        compare=no
    fi
    if [ "$compare" = yes ] && ! takes_part expert-max; then
        die "without expert-max there is nothing to compare Headroom's result with; give --no-compare to measure without that"
    fi
}

# Compares the last results, prints how they differ, and fails when any column does or is missing.
agree_table() {
    local ranked column line differing largest problem=0
    echo
    ranked=("$results"/headroom/*/ranked.shp)
    if [ ! -f "${ranked[0]}" ] || [ ! -f "$results/expert-max/ranked.shp" ]; then
        echo "NOT COMPARED: headroom or expert-max left no ranked.shp"
        return 1
    fi
    if ! env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE "$venv/bin/python" "$peers/peers/python/compare.py" \
        "${ranked[0]}" "$results/expert-max/ranked.shp" >"$work/compare.log" 2>&1; then
        echo "DIFFERENT from expert-max: $(tail -n 1 "$work/compare.log")"
        return 1
    fi
    for column in $COMPARED_COLUMNS; do
        line=$(awk -v column="$column" '$1 == column && $2 == "diff" {print $3, $5}' "$work/compare.log")
        if [ -z "$line" ]; then
            echo "DIFFERENT from expert-max: the column $column is missing"
            problem=1
            continue
        fi
        read -r differing largest <<<"$line"
        printf '%s\t%s\t%s\n' "$column" "$differing" "$largest" >>"$work/agree.tsv"
        if [ "$differing" -ne 0 ]; then
            echo "DIFFERENT from expert-max: $column in $differing of $sites rows, by up to $largest"
            problem=1
        fi
    done
    if [ "$problem" -eq 0 ]; then
        echo "same as expert-max in every row and column"
    fi
    return "$problem"
}
