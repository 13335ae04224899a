expectedFailures = ['OrderTests.selects_the_lines_of_each_order': 'N+1, proven: 3 statements']
evaluate(new File(basedir, '../reports.groovy'))
