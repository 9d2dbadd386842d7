#!/usr/bin/env python3
"""Draws the picture in the README: the ranked sample as QGIS shows it, with the style that the run carries.

Needs QGIS with its Python (Debian: python3-qgis). Usage, from the top of the checkout:
    ./headroom rank
    QT_QPA_PLATFORM=offscreen /usr/bin/python3 docs/draw.py runs/2026-06-01-1 docs/sample.png
"""
import sys

from qgis.core import (
    QgsApplication, QgsFillSymbol, QgsMapRendererParallelJob, QgsMapSettings, QgsPalLayerSettings, QgsTextFormat,
    QgsSingleSymbolRenderer, QgsVectorLayer, QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QFont, QPainter

run, picture = sys.argv[1], sys.argv[2]
app = QgsApplication([], False)
app.initQgis()

sites = QgsVectorLayer(f"{run}/ranked.shp", "Ranked sites")
counties = QgsVectorLayer("geodata/catalog/samples/data/boundaries.gpkg|layername=counties", "Counties")
assert sites.isValid() and counties.isValid()
counties.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(
    {"color": "#f7f5f0", "outline_color": "#b8b2a6", "outline_width": "0.3"})))
labels = QgsPalLayerSettings()
labels.fieldName = "name"
text = QgsTextFormat()
text.setFont(QFont("DejaVu Sans"))
text.setSize(6)
text.setColor(QColor("#9a948a"))
labels.setFormat(text)
counties.setLabeling(QgsVectorLayerSimpleLabeling(labels))
counties.setLabelsEnabled(True)

settings = QgsMapSettings()
settings.setLayers([sites, counties])
settings.setBackgroundColor(QColor("white"))
settings.setOutputSize(QSize(1400, 820))
settings.setOutputDpi(144)
extent = counties.extent()
extent.scale(1.05)
extent.setXMinimum(extent.xMinimum() - 0.16 * extent.width())  # room for the legend
settings.setExtent(extent)
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()

painter = QPainter(image)
painter.setFont(QFont("DejaVu Sans", 9))
y = 40
for item in sites.renderer().legendSymbolItems():
    size = QSize(26, 26)
    painter.drawImage(30, y, item.symbol().asImage(size))
    painter.setPen(QColor("#333333"))
    painter.drawText(66, y + 20, item.label())
    y += 30
painter.end()
image.save(picture, "PNG")
del job, settings, sites, counties  # before QGIS itself goes
app.exitQgis()
