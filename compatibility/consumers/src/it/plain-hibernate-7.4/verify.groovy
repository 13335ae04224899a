expectedFailures = ['OrderTests.walks_into_the_lines': 'N+1, proven: 3 statements for Order.lines']
evaluate(new File(basedir, '../reports.groovy'))
